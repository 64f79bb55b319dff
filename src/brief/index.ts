export {briefHtml} from './html/page.ts';
