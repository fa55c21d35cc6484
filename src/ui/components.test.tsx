import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '#lib/markdown.ts';
import { AgentComposer } from './agent-composer.tsx';
import { AgentShell } from './agent-shell.tsx';
import { Composer } from './composer.tsx';
import { ErrorSummary } from './error-summary.tsx';
import type { Frame } from './frame.ts';
import { Message } from './message.tsx';
import { PortalShell } from './portal-shell.tsx';
import { readerOf } from './reader.ts';
import { RequestList } from './request-list.tsx';
import { Select } from './select.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';
import { themeOf } from './theme.ts';

const now = Date.UTC(2026, 10, 21, 13, 0);
const reader = readerOf({ locale: 'en', zone: 'Europe/Berlin', now });
const hostile = '"><script>alert(1)</script>';
const person = { name: hostile, email: 'nora@northwind.test' };
const theme = await themeOf('#0f766e');
const frame: Frame = {
  reader,
  face: 'portal',
  brand: { name: hostile, footerLinks: [{ label: hostile, href: 'https://acme.test/' }] },
  theme: theme.css,
  stylesheet: '/assets/portal.css',
  scripts: ['/assets/portal.js'],
};

const kept = { id: 'att_1', name: hostile, size: 1, type: 'image/png', width: 9, height: 9 };
const uploads = { key: hostile, path: '/uploads', filesPath: '/files', kept: [kept] };
const files = { uploads, ids: ['att_1'], error: hostile };

const pages = {
  portal: (
    <PortalShell
      frame={frame}
      title={hostile}
      person={person}
      workspace={{ name: hostile, others: [{ accountId: hostile, name: hostile }] }}
      live
    >
      <Composer
        reader={reader}
        action="/x"
        previewPath="/y"
        label="Reply"
        submit="Send"
        value={hostile}
        files={files}
      />
    </PortalShell>
  ),
  agent: (
    <AgentShell frame={{ ...frame, face: 'agent' }} title={hostile} person={person} views={[]} live>
      <AgentComposer
        reader={reader}
        action="/x"
        previewAction="/y"
        people={hostile}
        brandName={hostile}
        statusAfter={[]}
        files={files}
      />
    </AgentShell>
  ),
};

describe.each(Object.entries(pages))('a page of the %s', (_, page) => {
  const html = String(page);

  test('is a whole document that the policy lets through', () => {
    expect(html.startsWith('<!doctype html><html lang="en" dir="ltr"')).toBe(true);
    expect(html).not.toMatch(/ style=| on[a-z]+="/);
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/assets/portal.js">']);
    expect(html.match(/<style>(.*?)<\/style>/)?.[1]).toBe(theme.css);
  });

  test('shows what people wrote as text', () => {
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;');
  });
});

test('an error belongs to its field and the summary leads there', () => {
  const field = String(
    <TextField reader={reader} name="subject" label="Subject" hint="Short" error="Missing" required />,
  );
  expect(field).toMatch(
    /<input[^>]*id="subject"[^>]*aria-describedby="subject-hint subject-error"[^>]*aria-invalid="true"/,
  );
  const summary = String(<ErrorSummary reader={reader} errors={[{ field: 'subject', message: 'Missing' }]} />);
  expect(summary).toContain('autofocus');
  expect(summary).toContain('<a href="#subject">Missing</a>');
});

test('a choice whose value is empty can be sent', () => {
  const select = (value: string) =>
    String(<Select reader={reader} name="zone" label="Zone" options={[{ value, label: 'Automatic' }]} required />);
  expect(select('')).not.toMatch(/required|optional/);
  expect(select('UTC')).toMatch(/<select[^>]* required/);
});

test('a text area gives back exactly what was typed, a first blank line included', () => {
  expect(String(<TextArea reader={reader} name="body" label="Body" value={'\n a\n'} />)).toMatch(
    />\n\n a\n<\/textarea>/,
  );
});

test('a message says who, when and what, and one’s own says You', () => {
  const message = { seq: 7, author: 'Nora Berg', at: now - 300_000, html: renderMarkdown('**Hi**') };
  const own = String(<Message reader={reader} message={{ ...message, side: 'own' }} />);
  expect(own).toContain('>You<');
  expect(own).toContain('id="m7"');
  const other = String(<Message reader={reader} message={{ ...message, side: 'customer' }} />);
  expect(other).toMatch(/Nora Berg.*5 min\. ago.*<strong>Hi<\/strong>/s);
  expect(other).toContain('2026-11-21T12:55:00.000Z');
});

test('what is unread is a word, not only a weight', () => {
  const row = {
    number: 12,
    href: '/requests/12',
    subject: 'S',
    status: { category: 'open', label: 'Open' } as const,
    fields: [],
    lastMessage: { author: 'Amir', byReader: false, at: now },
  };
  expect(String(<RequestList reader={reader} rows={[{ ...row, unread: true }]} />)).toContain('>New<');
  expect(String(<RequestList reader={reader} rows={[{ ...row, unread: false }]} />)).not.toContain('>New<');
});

test('an agent reads where each kind of text will go', () => {
  const html = String(pages.agent);
  expect(html).toContain('Public. Goes by mail and portal to');
  expect(html).toContain('no mail goes out');
});
