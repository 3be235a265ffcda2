import '@custom-actions/element/react';
import type { ActionExecuted, CustomActionsElement } from '@custom-actions/element/react';
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

const asked = new URLSearchParams(location.search);

function Chat() {
  const [executed, setExecuted] = useState('');
  const element = useRef<CustomActionsElement>(null);
  const note = ({ detail }: CustomEvent<ActionExecuted>) => setExecuted(`${detail.actionName}: ${detail.result.message}`);
  return (
    <>
      <button id="refresh" onClick={() => void element.current?.refresh()}>
        Again
      </button>
      <custom-actions
        ref={element}
        contact-id={asked.get('contact') ?? ''}
        className="actions"
        theme="dark"
        getToken={async () => asked.get('token') ?? ''}
        context={{ conversation: 4711 }}
        labels={{ run: 'Go' }}
        onaction-executed={note}
      />
      <output>{executed}</output>
    </>
  );
}

export const REFUSED = [
  // @ts-expect-error there is no such theme
  <custom-actions theme="blue" />,
  // @ts-expect-error a token is a text
  <custom-actions getToken={() => 1} />,
  // @ts-expect-error there is no such property
  <custom-actions contct={1} />,
  // @ts-expect-error the event has another detail
  <custom-actions onaction-executed={(event: CustomEvent<number>) => event} />,
];

createRoot(document.querySelector('main')!).render(<Chat />);
