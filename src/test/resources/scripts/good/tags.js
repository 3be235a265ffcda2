// ends: completed "VIP"
return contact.tags.map((tag) => tag.toUpperCase()).join(', ');
