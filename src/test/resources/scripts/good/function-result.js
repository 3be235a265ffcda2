// ends: completed undefined
return () => 1;
