export {printHtml} from './print.ts';
