import DictumModel
import Testing

/// One work, one target, however it is cited.
@Suite struct WorkTests {
  @Test(arguments: [
    ("https://doi.org/10.1000/182", "doi:10.1000/182"),
    ("http://dx.doi.org/10.1000/182/", "doi:10.1000/182"),
    ("https://doi.org/10.1000/a%28b%29", "doi:10.1000/a(b)"),
    ("https://dl.acm.org/doi/abs/10.1145/1.2", "doi:10.1145/1.2"),
    ("https://a.org/articles/10.3389/f.2014.00225/full#B1", "doi:10.3389/f.2014.00225"),
    ("https://a.org/pdf/10.1007/978-3_1.pdf", "doi:10.1007/978-3_1"),
    ("https://arxiv.org/abs/2301.01234", "arxiv:2301.01234"),
    ("https://www.arxiv.org/pdf/2301.01234v3.pdf", "arxiv:2301.01234"),
    ("https://export.arxiv.org/abs/math.GT/0309136", "arxiv:math/0309136"),
    ("https://ar5iv.labs.arxiv.org/html/2301.01234", "arxiv:2301.01234"),
    ("https://doi.org/10.48550/ARXIV.2301.01234", "arxiv:2301.01234"),
    ("https://arxiv.org/list/math/new", nil), ("https://arxiv.org", nil), ("https://doi.org/", nil),
    ("https://a.org/10.5/3", nil), ("https://a.org/10.1000", nil), ("a/10.1000/182", nil),
    ("mailto:a@b.org", nil), ("", nil), ("https://", nil),
  ])
  func urls(_ url: String, _ target: String?) {
    #expect(Work(url: url)?.target == target)
  }

  @Test(arguments: [
    ("2301.01234v2", "arxiv:2301.01234", "v2"), ("0704.0001", "arxiv:0704.0001", nil),
    ("hep-th/9901001v1", "arxiv:hep-th/9901001", "v1"),
    ("math.GT/0309136", "arxiv:math/0309136", nil),
  ])
  func arXiv(_ name: String, _ target: String, _ version: String?) {
    #expect(Work(arXiv: name)?.target == target)
    #expect(Work(arXiv: name)?.version == version)
  }

  @Test(arguments: [
    "", "v2", "2301", "2301.1", "2301.012345", "a/1", "and/or", "2301.01234v", "x.y",
  ])
  func noArXiv(_ name: String) { #expect(Work(arXiv: name) == nil) }

  @Test(arguments: [
    ("https://www.A.org/b/", "http://a.org/B#c"), ("//a.org/b", "https://u@a.org:80/b?x"),
    (
      "https://www.lesswrong.com/posts/aB3dE5gH7jK9mN1pQ/x",
      "https://www.greaterwrong.com/posts/aB3dE5gH7jK9mN1pQ"
    ),
  ])
  func samePage(_ one: String, _ other: String) {
    #expect(WebAddress(one)?.key == WebAddress(other)?.key)
    #expect(WebAddress(one) != nil)
  }

  @Test(arguments: ["a.org/b", "ftp://a.org", "https://", "mailto:a@b.org", ""])
  func noAddress(_ text: String) { #expect(WebAddress(text) == nil) }
}
