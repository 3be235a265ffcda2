// ends: failed circular
const self = {};
self.self = self;
return self;
