// ends: completed "15550100"
return '+1 (555) 01-00'.replace(/\D/g, '');
