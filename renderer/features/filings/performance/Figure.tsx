export const Figure = ({ label, value }: Readonly<{ label: string; value: string }>) => (
  <div>
    <span className="jf-soft">{label}</span>
    <b className="jf-num">{value}</b>
  </div>
);
