// ends: completed 1
performance.now = () => { throw 1; }; globalThis.performance = null; await new Promise((r) => setTimeout(r, 1)); return 1;
