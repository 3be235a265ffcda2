export { ENGLISH as PORTUGUESE } from './english';
