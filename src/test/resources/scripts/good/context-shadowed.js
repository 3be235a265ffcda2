// ends: completed "Ann"
const { contact } = context;
return contact.name;
