// console.table.

const MAX_ROWS = 50;
const MAX_COLUMNS = 20;
const MAX_CELL = 100;

/** Writes rows in columns; what is no table is written as it is. */
function writeTable(data, columns, write) {
    let rows;
    try {
        rows = rowsOf(data, columns);
    } catch {
        rows = undefined;
    }
    if (rows === undefined) {
        write(data);
        return;
    }
    const widths = [];
    for (let i = 0; i < rows.length; i++) {
        for (let k = 0; k < rows[i].length; k++) {
            widths[k] = rows[i][k].length > (widths[k] ?? 0) ? rows[i][k].length : (widths[k] ?? 0);
        }
    }
    for (let i = 0; i < rows.length; i++) {
        let line = '';
        for (let k = 0; k < rows[i].length; k++) {
            const isLast = k === rows[i].length - 1;
            line += (k === 0 ? '' : ' | ') + (isLast ? rows[i][k] : apply(padEnd, rows[i][k], [widths[k]]));
        }
        write(line);
    }
}

/** The head and the rows as texts; undefined for what is no table. */
function rowsOf(data, columns) {
    if (typeof data !== 'object' || data === null) {
        return undefined;
    }
    const names = keys(data);
    const head = ['(index)'];
    const rows = [head];
    for (let i = 0; i < names.length && i < MAX_ROWS; i++) {
        const row = [cell(names[i])];
        const entry = data[names[i]];
        if (typeof entry === 'object' && entry !== null) {
            fillRow(row, entry, head, columns);
        } else {
            const column = columnOf(head, '(value)');
            row[column] = cell(entry);
        }
        rows[rows.length] = row;
    }
    for (let i = 1; i < rows.length; i++) {
        for (let k = 0; k < head.length; k++) {
            rows[i][k] ??= '';
        }
    }
    return names.length === 0 ? undefined : rows;
}

function fillRow(row, entry, head, columns) {
    const fields = isArray(columns) ? columns : keys(entry);
    for (let i = 0; i < fields.length && i < MAX_COLUMNS; i++) {
        const column = columnOf(head, cell(`${fields[i]}`));
        if (column > 0) {
            row[column] = fields[i] in entry ? cell(entry[fields[i]]) : '';
        }
    }
}

/** The place of a column, which may be new; 0 if there is no room for more. */
function columnOf(head, name) {
    for (let i = 1; i < head.length; i++) {
        if (head[i] === name) {
            return i;
        }
    }
    if (head.length > MAX_COLUMNS) {
        return 0;
    }
    head[head.length] = name;
    return head.length - 1;
}

const cell = (value) => apply(slice, show(value), [0, MAX_CELL]);
