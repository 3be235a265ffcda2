import { DemoChat } from './demo-chat';
import { pageStyles } from './page-styles';

document.adoptedStyleSheets = [pageStyles];
customElements.define('demo-chat', DemoChat);
