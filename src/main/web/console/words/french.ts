export { ENGLISH as FRENCH } from './english';
