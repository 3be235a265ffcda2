// ends: completed [["q","a b"],["r","ü"]]
return [...new URLSearchParams('?q=a+b&r=%C3%BC')];
