// Methods: a number passes through eight objects of four classes with virtual functions, again and again.
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <iostream>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>
#include <vector>

namespace {

// What changes a number and remembers something of it.
class Filter {
public:
    explicit Filter(std::uint32_t state) : state_(state) {}
    virtual ~Filter() = default;
    virtual std::uint32_t apply(std::uint32_t x) = 0;

protected:
    std::uint32_t state_;
};

class Adder final : public Filter {
public:
    using Filter::Filter;
    std::uint32_t apply(std::uint32_t x) override { return state_ += x; }
};

class Mixer final : public Filter {
public:
    using Filter::Filter;
    std::uint32_t apply(std::uint32_t x) override { return state_ = 31 * state_ + x; }
};

class Toggler final : public Filter {
public:
    using Filter::Filter;
    std::uint32_t apply(std::uint32_t x) override { return state_ ^= x; }
};

class Averager final : public Filter {
public:
    using Filter::Filter;
    std::uint32_t apply(std::uint32_t x) override { return state_ = (state_ + x) / 2; }
};

using Filters = std::vector<std::unique_ptr<Filter>>;

// Never put into its caller, so that no call is resolved by looking at how the filters were made.
[[gnu::noinline]] Filters make_filters() {
    Filters filters;
    filters.push_back(std::make_unique<Adder>(1000));
    filters.push_back(std::make_unique<Mixer>(1001));
    filters.push_back(std::make_unique<Toggler>(1002));
    filters.push_back(std::make_unique<Averager>(1003));
    filters.push_back(std::make_unique<Mixer>(1004));
    filters.push_back(std::make_unique<Adder>(1005));
    filters.push_back(std::make_unique<Averager>(1006));
    filters.push_back(std::make_unique<Toggler>(1007));
    return filters;
}

std::uint32_t run(const Filters &filters, std::uint64_t rounds) {
    std::uint32_t x = 42;
    for (std::uint64_t i = 0; i < rounds; ++i) {
        for (const auto &filter : filters) {
            x = filter->apply(x);
        }
    }
    return x;
}

// A whole number above zero.
std::optional<std::uint64_t> parse(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value > 0 ? std::optional(value) : std::nullopt;
}

} // namespace

int main(int argc, char **argv) try {
    const auto size = argc == 2 ? parse(argv[1]) : std::nullopt;
    if (!size) {
        std::cerr << "usage: methods <rounds>\n";
        return 2;
    }
    const Filters filters = make_filters();
    const auto start = std::chrono::steady_clock::now();
    const std::uint32_t result = run(filters, *size);
    const std::chrono::nanoseconds elapsed = std::chrono::steady_clock::now() - start;
    std::cout << result << '\n';
    std::cerr << "work_ns=" << elapsed.count() << '\n';
    return 0;
} catch (const std::exception &error) {
    std::cerr << "methods: " << error.what() << '\n';
    return 1;
}
