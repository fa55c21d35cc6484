export type Logo = { light: string; dark?: string; width: number; height: number };

/** The tenant's logo for either scheme, or its name set as one. */
export const BrandMark = ({ name, logo }: { name: string; logo?: Logo | undefined }) =>
  logo ? (
    <picture class="logo">
      {logo.dark && <source srcset={logo.dark} media="(prefers-color-scheme: dark)" />}
      <img src={logo.light} alt={name} width={logo.width} height={logo.height} />
    </picture>
  ) : (
    <span class="wordmark">{name}</span>
  );
