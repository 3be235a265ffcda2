// ends: failed 
import fs from 'fs';
