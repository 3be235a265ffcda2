// A chat UI in React, around the way in which it shows the buttons.
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { contacts, getToken } from './framework-chat.js';

export function showChat(Buttons) {
  function Chat() {
    const [contact, setContact] = useState(contacts[0]);
    const [isOpen, setOpen] = useState(true);
    const [executed, setExecuted] = useState([]);
    const note = ({ detail }) => setExecuted((before) => [...before, `${detail.actionName} ${detail.contactId}`]);
    return (
      <>
        <button id="next" onClick={() => setContact(contacts[1])}>Next contact</button>
        <button id="open" onClick={() => setOpen(!isOpen)}>Open or close</button>
        <output>{executed.join(', ')}</output>
        {isOpen && <Buttons contact={contact} getToken={getToken} onExecuted={note} />}
      </>
    );
  }
  createRoot(document.querySelector('main')).render(<StrictMode><Chat /></StrictMode>);
}
