namespace Engagement.Organizations;

public sealed class AliasFormTests
{
    [Theory]
    [InlineData("Ward 7", "ward seven")]
    [InlineData("Ward 7", "the WARD Seven")]
    [InlineData("Ward 21", "Ward Twenty-One")]
    [InlineData("Ward 07", "ward 7")]
    [InlineData("Research & Development", "research and development")]
    [InlineData("St Mary's Hospital", "Saint Mary's Hosp")]
    [InlineData("Physio Dept.", "physio department")]
    [InlineData("The Birth Centre", "birth center")]
    public void Spellings_that_mean_the_same_have_one_key(string a, string b) => AliasForm.Of(a).Key.Should().Be(AliasForm.Of(b).Key).And.NotBeEmpty();

    [Theory]
    [InlineData("Ward 7", "Ward 17")]
    [InlineData("Ward 20", "Ward 21")]
    [InlineData("Ward 7", "Clinic 7")]
    [InlineData("the General", "General")]
    [InlineData("Ward A", "Ward B")]
    public void Different_names_have_different_keys(string a, string b) => AliasForm.Of(a).Key.Should().NotBe(AliasForm.Of(b).Key);

    [Theory]
    [InlineData("Ward 7", true)]
    [InlineData("Ward 7B", true)]
    [InlineData("Ward B", true)]
    [InlineData("Bluebell Ward", false)]
    [InlineData("Theatre Twelve", true)]
    public void A_numbered_place_is_known(string name, bool isNumbered) => AliasForm.Of(name).IsNumbered.Should().Be(isNumbered);

    [Fact]
    public void A_name_of_many_variable_parts_keeps_a_bounded_number_of_spellings() =>
        AliasForm.Of(string.Join(' ', Enumerable.Repeat("St & Hospital", 100))).Variants.Count.Should().BeLessThan(60);

    [Theory]
    [InlineData("")]
    [InlineData("!!")]
    [InlineData("()")]
    [InlineData("&")]
    [InlineData("#tag")]
    public void What_has_no_word_has_no_key_or_a_harmless_one(string name)
    {
        var act = () => AliasForm.AllOf(name).ToList();

        act.Should().NotThrow();
    }
}
