// React sets properties and listens by itself, since the module is there before the element is.
import { loadModule } from './framework-chat.js';
import { showChat } from './react-chat.jsx';

await loadModule();
showChat(({ contact, getToken, onExecuted }) => (
  <custom-actions contact-id={contact} getToken={() => getToken()} onaction-executed={onExecuted} />
));
