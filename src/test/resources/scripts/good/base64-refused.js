// ends: completed ["InvalidCharacterError","InvalidCharacterError","InvalidCharacterError"]
return [() => btoa('ü€'), () => atob('a'), () => atob('%')].map((f) => { try { f(); } catch (e) { return e.name; } });
