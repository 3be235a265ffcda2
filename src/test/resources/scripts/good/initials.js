// ends: completed "AE"
return 'Ada Example'.split(' ').map((part) => part[0]).join('');
