// ends: completed "in 3 days"
return new Intl.RelativeTimeFormat('en').format(3, 'day');
