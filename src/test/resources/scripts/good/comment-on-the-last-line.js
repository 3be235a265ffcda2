// ends: completed 1
return 1; // done
