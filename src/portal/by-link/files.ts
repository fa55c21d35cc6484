import { uploadRoom } from '#attachments/draft-files.ts';
import { readAsLinkHolder } from '#db/read-as.ts';
import type { AppContext } from '#http/context.ts';
import { dropUpload } from '#http/drop-upload.ts';
import { draftOf, intakeOf } from '#http/form-files.ts';
import { portalLook } from '#http/frame.ts';
import { countWrite } from '#http/limit-writes.ts';
import type { FormFiles } from '#http/read-multipart.ts';
import { sendFile } from '#http/send-file.ts';
import { takeUpload } from '#http/take-upload.tsx';
import { openTicketLink } from '#identity/ticket-links/open-ticket-link.ts';
import type { Contact, LinkClaim } from '#lib/actor.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { ticketLinkPath } from '#mail/ticket-link.ts';
import { findLinkFile } from '#tickets/find-file.ts';
import { linkLook } from './with-link.tsx';

/** GET and HEAD /r/:token/files/:file: of the link's own request, for as long as the link lives. */
export async function showLinkedFile(c: AppContext): Promise<Response> {
  const claim = await liveClaim(c);
  const statements = findLinkFile(c.get('scope'), claim, c.req.param('file') ?? '');
  const { rows } = await readAsLinkHolder(c.get('scope'), claim, statements);
  if (!rows.file) throw notFound();
  return sendFile(c, rows.file);
}

/** POST /r/:token/uploads */
export async function uploadByLink(c: AppContext): Promise<Response> {
  let look = portalLook(c);
  const files = linkFiles(c, (actor) => {
    look = linkLook(c, actor);
  });
  const filesPath = `${ticketLinkPath(c.req.param('token') ?? '')}/files`;
  return takeUpload(c, { ...files, reader: () => look.frame.reader, filesPath });
}

/** POST /r/:token/uploads/:file/removal */
export async function dropByLink(c: AppContext): Promise<Response> {
  return dropUpload(c, async () => {
    const { actor } = await readAsLinkHolder(c.get('scope'), await liveClaim(c), {});
    return { kind: 'contact', id: actor.id };
  });
}

/** Uploads of a link's holder. Throws Problem `gone` for a link that opens nothing. */
export function linkFiles(c: AppContext, seen: (actor: Contact) => void = () => undefined): FormFiles {
  return {
    confirm: async (fields) => {
      const draft = draftOf(fields);
      const claim = await liveClaim(c);
      const owner = { kind: 'contact', id: claim.contactId } as const;
      const scope = c.get('scope');
      const { actor, rows } = await readAsLinkHolder(scope, claim, { room: uploadRoom(scope, owner, draft) });
      await countWrite(c, { tenantId: scope.tenant.id, contactId: actor.id });
      seen(actor);
      return intakeOf(c, owner, draft, rows.room);
    },
  };
}

async function liveClaim(c: AppContext): Promise<LinkClaim> {
  const link = await openTicketLink(c.get('scope'), c.req.param('token') ?? '');
  if (link.state !== 'live') throw new Problem('gone', 'link_off');
  return link.claim;
}
