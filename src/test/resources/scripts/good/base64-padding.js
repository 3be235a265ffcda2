// ends: completed ["YQ==","YWI=","YWJj","a","ab","a"]
return [btoa('a'), btoa('ab'), btoa('abc'), atob('YQ=='), atob('YWI'), atob(' Y Q ')];
