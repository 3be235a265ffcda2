// ends: failed Plan missing
throw { message: 'Plan missing' };
