import { AgentKeys } from './agent-keys.ts';
import { defineCommon } from './define-common.ts';
import { QuietForm } from './quiet-form.ts';

customElements.define('agent-keys', AgentKeys);
customElements.define('quiet-form', QuietForm);
defineCommon({
  'drag-order': async () => (await import('./drag-order.ts')).DragOrder,
});
