// ends: completed "w7zwn5iA"
return btoa(String.fromCharCode(...new TextEncoder().encode('ü😀')));
