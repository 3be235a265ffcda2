// ends: completed ["QW5u","Ann","",""]
return [btoa('Ann'), atob('QW5u'), btoa(''), atob('')];
