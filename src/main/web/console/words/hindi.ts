export { ENGLISH as HINDI } from './english';
