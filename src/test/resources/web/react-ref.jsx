// Properties set by a reference, which does not depend on when the module comes.
import { useEffect, useRef } from 'react';
import { loadModule } from './framework-chat.js';
import { showChat } from './react-chat.jsx';

showChat(({ contact, getToken, onExecuted }) => {
  const element = useRef(null);
  useEffect(() => {
    const { current } = element;
    current.getToken = getToken;
    current.addEventListener('action-executed', onExecuted);
    return () => current.removeEventListener('action-executed', onExecuted);
  }, [getToken, onExecuted]);
  return <custom-actions contact-id={contact} ref={element} />;
});
await loadModule();
