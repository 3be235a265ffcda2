// ends: completed 3
let tries = 0; const work = async () => { if (++tries < 3) throw new Error('again'); return tries; };
for (;;) { try { return await work(); } catch { await new Promise((r) => setTimeout(r, 2)); } }
