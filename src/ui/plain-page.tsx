import { Document } from './document.tsx';

type PlainPageProps = { lang: string; title: string; text: string; theme: string; stylesheet: string };

/** Words without any brand: an unknown host, a suspended tenant. */
export const PlainPage = ({ lang, title, text, theme, stylesheet }: PlainPageProps) => (
  <Document lang={lang} title={title} theme={theme} stylesheet={stylesheet} face="portal">
    <div class="focus-page">
      <main id="main" class="panel">
        <h1>{title}</h1>
        <p>{text}</p>
      </main>
    </div>
  </Document>
);
