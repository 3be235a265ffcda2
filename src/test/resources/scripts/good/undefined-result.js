// ends: completed undefined
contact.name;
