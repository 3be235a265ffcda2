// ends: completed "Dear Ann,\nyour order 7 is on its way."
const order = 7; return `Dear ${contact.name},\nyour order ${order} is on its way.`;
