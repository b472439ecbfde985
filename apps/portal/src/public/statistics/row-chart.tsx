import { Bar, BarChart, CartesianGrid, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';

export interface ChartRow {
  name: string;
  /** Null for a cell that is kept back. */
  value: number | null;
  label: string;
}

const ROW_HEIGHT = 46;
const FRAME_HEIGHT = 40;
const NAME_WIDTH = 118;
const LABEL_MARGIN = 64;

/** Bars with their numbers beside them; whoever cannot see it has the table. */
export function RowChart({ rows, label }: { rows: readonly ChartRow[]; label: string }) {
  return (
    <div className="chart" role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={rows.length * ROW_HEIGHT + FRAME_HEIGHT}>
        <BarChart layout="vertical" data={[...rows]} margin={{ right: LABEL_MARGIN }} accessibilityLayer={false}>
          <CartesianGrid horizontal={false} stroke="#cfd9d9" />
          <XAxis type="number" allowDecimals={false} tick={{ fill: '#4a6069', fontSize: 13 }} stroke="#7b8f95" />
          <YAxis
            type="category"
            dataKey="name"
            width={NAME_WIDTH}
            tick={{ fill: '#14272e', fontSize: 14 }}
            tickLine={false}
            stroke="#7b8f95"
          />
          <Bar dataKey="value" fill="#0f4c5c" barSize={22} isAnimationActive={false}>
            <LabelList dataKey="label" position="right" fill="#14272e" fontSize={14} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
