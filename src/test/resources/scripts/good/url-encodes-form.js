// ends: completed "q=%7E+%21%27%28%29*-._%F0%9F%98%80%0A"
return new URLSearchParams({ q: "~ !'()*-._😀\n" }).toString();
