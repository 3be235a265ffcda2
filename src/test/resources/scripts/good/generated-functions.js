// ends: completed 3
return new Function('a', 'b', 'return a + b')(1, 2);
