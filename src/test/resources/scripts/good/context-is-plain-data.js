// ends: completed [true,true,"Bo"]
contact.name = 'Bo';
return [Array.isArray(contact.tags), Object.getPrototypeOf(contact) === Object.prototype, context.contact.name];
