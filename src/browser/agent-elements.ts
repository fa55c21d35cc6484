import './portal-elements.ts';
import { AgentKeys } from './agent-keys.ts';
import { QuietForm } from './quiet-form.ts';

customElements.define('agent-keys', AgentKeys);
customElements.define('quiet-form', QuietForm);
