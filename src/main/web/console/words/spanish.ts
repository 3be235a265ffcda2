export { ENGLISH as SPANISH } from './english';
