export { ENGLISH as ARABIC } from './english';
