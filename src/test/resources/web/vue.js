// A chat UI in Vue.
import { createApp, ref } from 'vue/dist/vue.esm-browser.js';
import { contacts, getToken, loadModule } from './framework-chat.js';

const app = createApp({
  setup() {
    const executed = ref([]);
    const note = ({ detail }) => executed.value.push(`${detail.actionName} ${detail.contactId}`);
    return { contacts, getToken, contact: ref(contacts[0]), isOpen: ref(true), executed, note };
  },
  template: `
    <button id="next" @click="contact = contacts[1]">Next contact</button>
    <button id="open" @click="isOpen = !isOpen">Open or close</button>
    <output>{{ executed.join(', ') }}</output>
    <custom-actions v-if="isOpen" :contact-id="contact" :getToken.prop="getToken" @action-executed="note"></custom-actions>`,
});
app.config.compilerOptions.isCustomElement = (tag) => tag === 'custom-actions';
app.mount('main');
await loadModule();
