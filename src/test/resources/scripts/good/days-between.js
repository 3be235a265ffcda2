// ends: completed 31
return Math.round((Date.parse('2026-02-01') - Date.parse('2026-01-01')) / 86400000);
