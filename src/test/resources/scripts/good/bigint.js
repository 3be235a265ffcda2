// ends: completed "1267650600228229401496703205376"
return String(2n ** 100n);
