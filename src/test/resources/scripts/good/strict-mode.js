// ends: completed "implicit is not defined"
'use strict';
try { implicit = 1; } catch (error) { return error.message; }
