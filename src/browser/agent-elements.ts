import './portal-elements.ts';
import { AgentKeys } from './agent-keys.ts';

customElements.define('agent-keys', AgentKeys);
