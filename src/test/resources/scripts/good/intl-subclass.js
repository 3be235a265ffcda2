// ends: completed [true,"1"]
class Mine extends Intl.NumberFormat {}
return [new Mine('de') instanceof Intl.NumberFormat, Intl.NumberFormat('de').format(1)];
