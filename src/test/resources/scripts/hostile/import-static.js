// ends: refused 
import fs from 'fs';
