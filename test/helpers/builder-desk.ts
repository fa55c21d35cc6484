import { accountDesk } from './account-desk.ts';
import { storeField } from './form-office.ts';
import { fieldOf } from './request.ts';
import { sampleChoices } from './sample-form.ts';

/** Where forms are set up. */
export const formsPage = '/settings/forms';

/** An owner with three fields and a form of their own, who fills in pages as they are shown. */
export async function builderDesk() {
  const desk = await accountDesk();
  const { owner, tenant } = desk;
  await storeField(tenant, 'topic', 'select', { label: 'Topic', ...sampleChoices('Billing', 'Bug', 'Other') });
  await storeField(tenant, 'order', 'text', { label: 'Order number' });
  await storeField(tenant, 'notes', 'text', { label: 'Notes', access: 'none' });
  const id = fieldOf(await owner.page(`${formsPage}/new`), 'id');
  const made = await owner.ask(formsPage, { form: { id, name: 'Report <b>a</b> problem' } });
  const path = `${formsPage}/${id}`;
  const seq = async () => fieldOf(await owner.page(path), 'seq');
  /** As the page of now sends it. */
  const post = async (rest: string, form: Record<string, string>) =>
    owner.ask(`${path}${rest}`, { form: { seq: await seq(), ...form } });
  const ask = (field: string, section = 'request') => post('/questions', { section, field });
  const test = (id: string, form: Record<string, string>, part = 'visibility') =>
    post('/conditions', { owner: 'question', id, part, in: '', ...form });
  return { ...desk, id, made, path, seq, post, ask, test };
}

/** What the page after a press says; the status where it leads nowhere. */
export const said = (response: Response) =>
  /said=([a-z-]+)/.exec(response.headers.get('Location') ?? '')?.[1] ?? response.status;
