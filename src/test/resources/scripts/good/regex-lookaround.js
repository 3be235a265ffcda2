// ends: completed "1,234,567"
return '1234567'.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
