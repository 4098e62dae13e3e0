using System.Buffers.Binary;
using System.Text;
using NodaTime;

namespace Engagement.Digests;

/// <summary>
/// The form in which a builder is saved: <c>EDB</c>, a version byte, the fields in a fixed order (whole numbers as zigzag base-128, text as UTF-16
/// units, one byte each where all are ASCII, so that nothing is lost, tables sorted by key), and a 64-bit check of all before it. The same state gives the same bytes.
/// </summary>
internal static class DigestFile
{
    public const byte Version = 4;

    private static ReadOnlySpan<byte> Magic => "EDB"u8;

    public sealed class Writer
    {
        private readonly MemoryStream _bytes = new();

        public Writer()
        {
            _bytes.Write(Magic);
            _bytes.WriteByte(Version);
        }

        public void Long(long value) => ULong(unchecked((ulong)((value << 1) ^ (value >> 63))));

        public void ULong(ulong value)
        {
            while (value >= 0x80)
            {
                _bytes.WriteByte((byte)(value | 0x80));
                value >>= 7;
            }

            _bytes.WriteByte((byte)value);
        }

        public void Text(string value)
        {
            // The length, and in its lowest bit whether every unit is one byte.
            var isAscii = Ascii.IsValid(value);
            ULong(((ulong)value.Length << 1) | (isAscii ? 1UL : 0UL));
            if (isAscii)
            {
                Span<byte> bytes = value.Length <= 1_024 ? stackalloc byte[value.Length] : new byte[value.Length];
                Encoding.Latin1.GetBytes(value, bytes);
                _bytes.Write(bytes);
                return;
            }

            foreach (var unit in value) ULong(unit);
        }

        public void Texts(IReadOnlyList<string> values)
        {
            ULong((ulong)values.Count);
            foreach (var value in values) Text(value);
        }

        public void Table(IEnumerable<KeyValuePair<int, long>> table)
        {
            var sorted = table.OrderBy(pair => pair.Key).ToList();
            ULong((ulong)sorted.Count);
            foreach (var (key, value) in sorted)
            {
                Long(key);
                Long(value);
            }
        }

        public void Table(IEnumerable<KeyValuePair<ulong, long>> table)
        {
            var sorted = table.OrderBy(pair => pair.Key).ToList();
            ULong((ulong)sorted.Count);
            foreach (var (key, value) in sorted)
            {
                ULong(key);
                Long(value);
            }
        }

        public void Table(IEnumerable<KeyValuePair<string, long>> table)
        {
            var sorted = table.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
            ULong((ulong)sorted.Count);
            foreach (var (key, value) in sorted)
            {
                Text(key);
                Long(value);
            }
        }

        public void WriteTo(Stream stream)
        {
            var bytes = _bytes.GetBuffer().AsSpan(0, (int)_bytes.Length);
            Span<byte> check = stackalloc byte[8];
            BinaryPrimitives.WriteUInt64LittleEndian(check, CheckOf(bytes));
            stream.Write(bytes);
            stream.Write(check);
        }
    }

    public sealed class Reader
    {
        private readonly byte[] _bytes;
        private int _at;

        private Reader(byte[] bytes, int at) => (_bytes, _at) = (bytes, at);

        /// <exception cref="FormatException">Not such a file, a newer version, cut short or damaged.</exception>
        public static Reader Open(Stream stream)
        {
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            var bytes = copy.ToArray();
            if (bytes.Length < 4 || !bytes.AsSpan(0, 3).SequenceEqual(Magic)) throw new FormatException("This is not a saved digest builder.");
            if (bytes[3] != Version)
                throw new FormatException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"This saved digest builder has version {bytes[3]}; this library reads version {Version}."));
            if (bytes.Length < 12 || BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(^8)) != CheckOf(bytes.AsSpan(0, bytes.Length - 8)))
                throw new FormatException("This saved digest builder is cut short or damaged.");
            Array.Resize(ref bytes, bytes.Length - 8);
            return new Reader(bytes, 4);
        }

        public bool AtEnd => _at == _bytes.Length;

        public long Long()
        {
            var value = ULong();
            return (long)(value >> 1) ^ -(long)(value & 1);
        }

        public long Long(long least, long most)
        {
            var value = Long();
            return value >= least && value <= most ? value : throw Broken();
        }

        public long Ticks()
        {
            var ticks = Long();
            return ticks >= Instant.MinValue.ToUnixTimeTicks() && ticks <= Instant.MaxValue.ToUnixTimeTicks() ? ticks : throw Broken();
        }

        public ulong ULong()
        {
            var value = 0UL;
            for (var shift = 0; shift < 70; shift += 7)
            {
                if (_at >= _bytes.Length) throw Broken();
                var part = _bytes[_at++];
                value |= (ulong)(part & 0x7F) << shift;
                if (part < 0x80) return value;
            }

            throw Broken();
        }

        public int Count()
        {
            // Every element takes at least one byte: a larger count is damage, and no memory is set aside for it.
            var count = ULong();
            return count <= (ulong)(_bytes.Length - _at) ? (int)count : throw Broken();
        }

        public string Text()
        {
            var head = ULong();
            if (head >> 1 > (ulong)(_bytes.Length - _at)) throw Broken();
            var length = (int)(head >> 1);
            if (length == 0) return "";
            if ((head & 1) != 0)
            {
                _at += length;
                return Encoding.Latin1.GetString(_bytes, _at - length, length);
            }

            var text = new char[length];
            for (var i = 0; i < length; i++) text[i] = (char)ULong();
            return new string(text);
        }

        public IReadOnlyList<string> Texts()
        {
            var count = Count();
            if (count == 0) return [];
            var texts = new string[count];
            for (var i = 0; i < count; i++) texts[i] = Text();
            return texts;
        }

        public IReadOnlyList<int> Integers(int least, int most)
        {
            var count = Count();
            if (count == 0) return [];
            var values = new int[count];
            for (var i = 0; i < count; i++) values[i] = (int)Long(least, most);
            return values;
        }

        public void Table(Action<int, long> add)
        {
            for (var count = Count(); count > 0; count--) add((int)Long(int.MinValue, int.MaxValue), Long());
        }

        public void Table(Action<ulong, long> add)
        {
            for (var count = Count(); count > 0; count--) add(ULong(), Long());
        }

        public void Table(Action<string, long> add)
        {
            for (var count = Count(); count > 0; count--) add(Text(), Long());
        }

        public static FormatException Broken() => new("This saved digest builder is damaged.");
    }

    private static ulong CheckOf(ReadOnlySpan<byte> bytes)
    {
        var hash = new StableHash(Version);
        hash.Add((ulong)bytes.Length);
        for (; bytes.Length >= 8; bytes = bytes[8..]) hash.Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        var rest = 0UL;
        foreach (var part in bytes) rest = (rest << 8) | part;
        hash.Add(rest);
        return hash.Value;
    }
}
