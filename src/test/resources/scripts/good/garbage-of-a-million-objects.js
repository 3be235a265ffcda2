// ends: completed 6888890
let length = 0;
for (let i = 0; i < 1e6; i++) {
    const row = { i, name: 'k' + i };
    length += row.name.length;
}
return length;
